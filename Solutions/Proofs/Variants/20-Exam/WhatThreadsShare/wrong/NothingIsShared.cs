// a thread is taken for a process of its own.
namespace Koans.Exam;

// Alice puts a cup somewhere. Later Bob, who is another thread, looks there. Does he see it?
public static class WhatThreadsShare
{
    public static bool AStaticField => false;

    public static bool AFieldOfOneObject => false;

    public static bool ALocalOfTheMethodBothRun => false;

    public static bool ALocalThatBothLambdasUse => false;

    public static bool AThreadStaticField => false;

    public static bool AStaticFieldInAnotherProcess => false;
}
