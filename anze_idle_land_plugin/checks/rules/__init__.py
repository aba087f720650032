"""One file a rule, named by its code in resources/codes/validation_rules.csv."""
