using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using PracticeLms.Courses;
using PracticeLms.Hosting;
using PracticeLms.Registration;

namespace PracticeLms.Pages;

/// <summary>An administrator pastes a tool's registration address, which opens in a frame and does the rest.</summary>
public sealed class RegisterToolModel(Campus campus, IServiceProvider services) : PageModel
{
    public RegisteredTool? Tool => campus.Tool;

    /// <summary>What the frame opens; none before an address was pasted.</summary>
    public string? Opens { get; private set; }

    [BindProperty]
    public string? Address { get; set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        if (!Uri.TryCreate(Address?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            ModelState.AddModelError(nameof(Address), "Paste the whole registration address of the tool.");
            return Page();
        }

        // Dynamic registration 1.0, 3.3: the tool learns where to read about this LMS, and with which token to register.
        Opens = QueryHelpers.AddQueryString(address.AbsoluteUri, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["openid_configuration"] = $"{services.GetRequiredService<Addresses>().Issuer}/.well-known/openid-configuration",
            ["registration_token"] = services.GetRequiredService<RegistrationTokens>().Issue(),
        });
        return Page();
    }

    public IActionResult OnPostActivate()
    {
        if (campus.Tool is not { } tool) return BadRequest();

        campus.Register(tool with { IsPending = false });
        TempData["Said"] = $"{tool.Name} is active.";
        return RedirectToPage();
    }
}
