// Many proofs wait: for a child process, a watchdog, a run of the test platform. Meanwhile the cores can do others.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
