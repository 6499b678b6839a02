using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PracticeLms.Pages;

/// <summary>What a person reads instead of a bare status.</summary>
[IgnoreAntiforgeryToken]
public sealed class RefuseModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status) => (Heading, Sentence) = status switch
    {
        404 => ("There is nothing here", "Perhaps it was deleted, or it belongs to a course that is not yours."),
        400 => ("That did not work", "The page may have been open for too long. Go back, load it again and try once more."),
        _ => ("That did not work", $"The practice LMS answered {status}."),
    };
}
