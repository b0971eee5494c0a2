"""A plan as it stands now, shown in a browser on the same machine and renewed after every save."""
