namespace Proofs.Litmus;

/// <summary>Members of .NET that go through the elements of an array. Each element is a place, and is used in a step.</summary>
internal static class Rows
{
    [Litmus("1,1", "1,5", "5,1", "5,5")]
    private static string Fill()
    {
        var plates = new int[2];
        Crew.Together(
            () => Array.Fill(plates, 5),
            () =>
            {
                plates[0] = 1;
                plates[1] = 1;
            });
        return $"{plates[0]},{plates[1]}";
    }

    [Litmus("0,0", "5,0", "0,5", "5,5")]
    private static string Copy_of_what_is_being_changed()
    {
        var plates = new int[2];
        var seen = new int[2];
        Crew.Together(
            () =>
            {
                plates[0] = 5;
                plates[1] = 5;
            },
            () => Array.Copy(plates, seen, 2));
        return $"{seen[0]},{seen[1]}";
    }

    // One of them sorts what it has read, and puts back only what has moved.
    [Litmus("1,2", "1,9", "2,9")]
    private static string Sort()
    {
        int[] plates = [9, 1];
        Crew.Together(() => Array.Sort(plates), () => plates[0] = 2);
        return $"{plates[0]},{plates[1]}";
    }

    [Litmus("0", "5")]
    private static string Resize_copies_what_is_there()
    {
        var plates = new int[1];
        var same = plates;
        Crew.Together(() => Array.Resize(ref plates, 2), () => same[0] = 5);
        return $"{plates[0]}";
    }

    [Litmus("0", "5", "10")]
    private static string Sum_of_what_is_being_changed()
    {
        var plates = new int[2];
        var sum = 0;
        Crew.Together(
            () =>
            {
                plates[0] = 5;
                plates[1] = 5;
            },
            () => sum = plates.Sum());
        return $"{sum}";
    }

    [Litmus("ArgumentException,0")]
    private static string Copy_of_too_much()
    {
        var plates = new int[1];
        var error = "";
        Crew.Alone(() => error = Crew.Try(() => Array.Copy(new int[2], plates, 2)));
        return $"{error},{plates[0]}";
    }

    [Litmus("1,2,1")]
    private static string Action_for_each_that_changes_the_array()
    {
        int[] plates = [1, 2, 3];
        Crew.Alone(() => Array.ForEach(plates, plate => plates[3 - plate] = plate));
        return string.Join(',', plates);
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Clear_and_another() => WithAnother(plates => Array.Clear(plates));

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Copy_and_another() => WithAnother(plates => Array.Copy(new int[2], plates, 2));

    [Litmus("data race", ForbidDataRaces = true)]
    private static string CopyTo_and_another() => WithAnother(plates => plates.CopyTo(new int[2], 0));

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Clone_and_another() => WithAnother(plates => plates.Clone());

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Range_and_another() => WithAnother(plates => _ = plates[1..]);

    [Litmus("data race", ForbidDataRaces = true)]
    private static string GetValue_and_another() => WithAnother(plates => ((Array)plates).GetValue(1));

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Find_and_another() => WithAnother(plates => Array.Find(plates, plate => plate == 9));

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Join_and_another() => WithAnother(plates => string.Join(',', plates));

    [Litmus("data race", ForbidDataRaces = true)]
    private static string ToList_and_another() => WithAnother(plates => plates.ToList());

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Query_and_another() => WithAnother(plates => plates.Where(plate => plate > 0).Count());

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Interface_and_another() => WithAnother(plates => ((IList<int>)plates)[1] = 5);

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Foreach_by_an_interface_and_another() => WithAnother(plates => ((IEnumerable<int>)plates).GetEnumerator().Dispose());

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Segment_and_another() => WithAnother(plates => new ArraySegment<int>(plates, 1, 1)[0]++);

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Span_of_a_part_and_another() => WithAnother(plates => plates.AsSpan(1)[0]++);

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Span_that_is_cleared_and_another() => WithAnother(plates => plates.AsSpan().Clear());

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Span_that_is_copied_and_another() => WithAnother(plates => plates.AsSpan().ToArray());

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Calculated_reference_and_another() =>
        WithAnother(plates => System.Runtime.CompilerServices.Unsafe.Add(ref plates[0], 1)++);

    [Litmus("fine", ForbidDataRaces = true)]
    private static string One_item_by_an_interface_and_another()
    {
        IReadOnlyList<int> plates = new int[2];
        var row = (int[])plates;
        var seen = 0;
        Crew.Together(() => seen = plates[0], () => row[1]++);
        return "fine";
    }

    [Litmus("fine", ForbidDataRaces = true)]
    private static string Part_of_a_span_and_another()
    {
        var plates = new int[2];
        Crew.Together(() => plates.AsSpan(0, 1).Fill(5), () => plates[1]++);
        return "fine";
    }

    private static string WithAnother(Action<int[]> use)
    {
        int[] plates = [1, 2];
        Crew.Together(() => use(plates), () => plates[1]++);
        return "fine";
    }
}
