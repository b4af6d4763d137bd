namespace Proofs.Oracle.Unwoven;

/// <summary>What a generated program can do. Everything it learns by it goes into its thread's log.</summary>
internal enum Verb
{
    /// <summary>Logs a variable.</summary>
    Read,

    /// <summary>Writes <see cref="Op.Value"/> to a variable.</summary>
    Write,

    /// <summary>Reads a variable and writes one more: two steps.</summary>
    Increment,

    /// <summary>Adds one in one step and logs the sum.</summary>
    AtomicIncrement,

    /// <summary>Writes <see cref="Op.Value"/> if the variable is 0, in one step, and logs what it was.</summary>
    CompareExchange,

    /// <summary>Looks at a variable again and again until it is not 0; naps in between when <see cref="Op.Value"/> is 1.</summary>
    SpinUntil,

    /// <summary>Takes a lock.</summary>
    Enter,

    /// <summary>Takes a lock by trying again and again.</summary>
    SpinEnter,

    /// <summary>Takes a lock if it is free and logs whether; if not, skips <see cref="Op.Value"/> operations.</summary>
    TryEnter,

    /// <summary>The same with a time-out.</summary>
    EnterFor,

    /// <summary>Gives a lock back; logs a mark when it is not the thread's.</summary>
    Exit,

    /// <summary>Waits on a lock for a signal.</summary>
    Wait,

    /// <summary>The same with a time-out; logs whether the signal came.</summary>
    WaitFor,

    /// <summary>Signals one of those who wait.</summary>
    Pulse,

    /// <summary>Signals all who wait.</summary>
    PulseAll,

    /// <summary>Takes from a semaphore.</summary>
    Take,

    /// <summary>Takes from a semaphore if something is there and logs whether.</summary>
    TryTake,

    /// <summary>The same with a time-out.</summary>
    TakeFor,

    /// <summary>Gives to a semaphore and logs how much was there; logs a mark when it is full.</summary>
    Give,

    /// <summary>Puts <see cref="Op.Value"/> into a channel if there is room and logs whether.</summary>
    Put,

    /// <summary>The same, waiting for room; logs a mark when the channel is closed.</summary>
    PutWhenRoom,

    /// <summary>Takes from a channel and logs what, or that nothing was there.</summary>
    Fetch,

    /// <summary>The same, waiting for something; logs a mark when the channel is closed and empty.</summary>
    FetchWhenThere,

    /// <summary>Closes a channel and logs whether it was open.</summary>
    Close,

    /// <summary>Sets a timer, which writes <see cref="Op.Value"/> to a variable.</summary>
    WriteLater,

    /// <summary>Sets a timer, which gives to a semaphore.</summary>
    GiveLater,

    /// <summary>Interrupts a thread, which logs it where that ends a wait of it.</summary>
    Interrupt,

    /// <summary>Waits for the end of a thread.</summary>
    Join,

    /// <summary>The same with a time-out; logs whether it ended.</summary>
    JoinFor,

    /// <summary>Logs whether a thread is alive.</summary>
    IsAlive,

    /// <summary>Sleeps, which means nothing.</summary>
    Sleep,

    /// <summary>Starts a thread. Only the first thread does, before all else.</summary>
    Start,

    /// <summary>The end of a thread.</summary>
    End,
}

/// <summary>One operation of a generated program.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="On">The number of the variable, lock, semaphore, channel or thread.</param>
/// <param name="Value">What the verb says.</param>
internal readonly record struct Op(Verb Verb, int On = 0, int Value = 0)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Verb} {On} {Value}";
}
