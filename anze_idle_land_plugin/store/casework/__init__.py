"""Events of a case: recorded, admitted, corrected, told."""
