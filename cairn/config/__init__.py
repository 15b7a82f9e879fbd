"""Settings, root addresses, the console command, the schedule of jobs: the top of the stack, imported by nothing."""
