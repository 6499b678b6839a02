using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentorCourseLti.Data;

internal static class WrittenProperty
{
    /// <summary>A statement of its own has written the value: the next save has nothing to do with it, and finds only what changes from here on.</summary>
    public static void MarkWritten(this PropertyEntry property)
    {
        property.OriginalValue = property.CurrentValue;
        // A change that was noticed stays one although its original value says otherwise.
        property.IsModified = false;
    }
}
