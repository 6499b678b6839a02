using BrowserTests.Drivers;
using Microsoft.Playwright;

namespace BrowserTests.Pages;

/// <summary>The practice LMS's gradebook.</summary>
internal sealed class Gradebook(IPage page)
{
    /// <summary>The cell of a person in the last column.</summary>
    public ILocator CellOf(Person person) => page.Locator($"tr[data-person='{person.Id}'] td").Last;
}
