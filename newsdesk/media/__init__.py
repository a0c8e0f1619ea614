"""Photos as files: originals kept, metadata and pixels read in a process apart, renditions drawn."""
