// Many proofs wait: for a child process, a watchdog, a run of the test platform. Meanwhile even one core can do others.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
