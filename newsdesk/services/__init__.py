"""One method per wish: what the window and the command line ask for, each as one unit of work."""
