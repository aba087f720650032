"""The task table of the city: which row is the head, what each column holds, and the tasks of the units below it."""
