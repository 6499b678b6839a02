namespace PracticeLms.Courses;

/// <summary>Names made of words from field and forest, the same for the same number in every run.</summary>
internal static class InventedNames
{
    private static readonly string[] Given =
    [
        "Amber", "Basil", "Clover", "Dale", "Ember", "Fern", "Glen", "Hazel", "Indigo", "Juniper",
        "Kestrel", "Laurel", "Maple", "Nettle", "Olive", "Pepper", "Quill", "Rowan", "Sage", "Tansy",
        "Umber", "Violet", "Willow", "Xylem", "Yarrow", "Zinnia", "Aspen", "Briar", "Cedar", "Drift",
        "Elder", "Flint", "Garnet", "Heath", "Ivy", "Jasper", "Kelp", "Linden", "Moss", "Nova",
    ];

    // 37 and 40 have no common divisor, so the first 1,480 pairs differ.
    private static readonly string[] Family =
    [
        "Finch", "Brook", "Marsh", "Thicket", "Meadow", "Pebble", "Harbour", "Lantern", "Orchard", "Pine",
        "Quarry", "Ridge", "Sparrow", "Tide", "Upland", "Vale", "Warbler", "Acorn", "Bracken", "Canyon",
        "Dune", "Estuary", "Falcon", "Grove", "Heron", "Isle", "Jay", "Kite", "Lagoon", "Mesa",
        "Needle", "Otter", "Plover", "Reed", "Saddle", "Tern", "Wren",
    ];

    /// <summary>How many different names there are before a number has to be added.</summary>
    public static int Pairs => Given.Length * Family.Length;

    public static (string Given, string Family) Of(int number)
    {
        var round = number / Pairs;
        var family = Family[number % Family.Length];
        return (Given[number % Given.Length], round == 0 ? family : $"{family} {round + 1}");
    }
}
