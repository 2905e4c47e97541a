"""The program's values and the functions over them: no Qt, no SQL, no file formats."""
