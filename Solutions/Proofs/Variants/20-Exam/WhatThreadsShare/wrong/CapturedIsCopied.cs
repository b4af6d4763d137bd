// a lambda is thought to take a copy.
namespace Koans.Exam;

// Alice puts a cup somewhere. Later Bob, who is another thread, looks there. Does he see it?
public static class WhatThreadsShare
{
    public static bool AStaticField => true;

    public static bool AFieldOfOneObject => true;

    public static bool ALocalOfTheMethodBothRun => false;

    public static bool ALocalThatBothLambdasUse => false;

    public static bool AThreadStaticField => false;

    public static bool AStaticFieldInAnotherProcess => false;
}
