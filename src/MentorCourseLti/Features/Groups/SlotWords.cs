using System.Globalization;
using MentorCourseLti.Internship.Groups;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Groups;

/// <summary>When a group meets, in words. No partial page: in a list of all groups, each of those costs more than the rest of its row.</summary>
public sealed class SlotWords(IStringLocalizer<SlotWords> text)
{
    public string Of(WeeklySlot slot) => text["Slot", CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(slot.Day), slot.At.ToString("HH:mm", CultureInfo.CurrentCulture), slot.Minutes];
}
