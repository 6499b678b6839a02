using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PracticeLms.Pages;

/// <summary>What a person reads instead of a bare status.</summary>
[IgnoreAntiforgeryToken]
public sealed class RefuseModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Heading => Status == StatusCodes.Status404NotFound ? "There is nothing here" : "That did not work";

    public string Sentence => Status switch
    {
        StatusCodes.Status404NotFound => "Perhaps it was deleted, or it belongs to a course that is not yours.",
        StatusCodes.Status400BadRequest => "The page may have been open for too long. Go back, load it again and try once more.",
        _ => $"The practice LMS answered {Status}.",
    };
}
