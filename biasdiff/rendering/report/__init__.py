"""A comparison as the report shows it: text and places, no markup; nothing is computed here."""
