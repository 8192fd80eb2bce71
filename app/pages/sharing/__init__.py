"""What is shared of the pages: takes an address, gives it as a file, and its title and description for those who see its link."""
