using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>Orders the koans of a class as they are written; other tests as before, after them.</summary>
internal sealed class PathOrderer(ITestCaseOrderer others) : ITestCaseOrderer
{
    /// <summary>What koans are ordered by: the lesson's folder, then the line.</summary>
    public static (string Lesson, int Line) Key(KoanTestCase koan) => (koan.Koan.Lesson, koan.Koan.Line);

    /// <inheritdoc/>
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase
    {
        TTestCase[] all = [.. testCases];
        return all
            .Where(testCase => testCase is KoanTestCase)
            .OrderBy(testCase => Key((KoanTestCase)(object)testCase!))
            .Concat(others.OrderTestCases(all.Where(testCase => testCase is not KoanTestCase)));
    }
}
