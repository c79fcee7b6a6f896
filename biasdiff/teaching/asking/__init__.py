"""What a class is asked, by what it is about; each asks at most one question of a comparison, or none."""
