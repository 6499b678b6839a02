using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>
/// Antiforgery for the forms of a visit. Their token is made of the visit's key, which another site can neither read
/// nor guess, so it needs no cookie of its own and nothing sealed. (Decision 5.)
/// </summary>
internal sealed class FormTokens : IAntiforgery
{
    private const string Field = "__RequestVerificationToken";

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => GetTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) =>
        new(httpContext.Features.Get<CurrentVisit>()?.FormToken, cookieToken: null, formFieldName: Field, headerName: null);

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        string method = httpContext.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method))
            return true;
        return httpContext.Features.Get<CurrentVisit>() is { } visit && await SentAsync(httpContext.Request) is { } sent
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(visit.FormToken));
    }

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (!await IsRequestValidAsync(httpContext))
            throw new AntiforgeryValidationException("The form is not one of this visit.");
    }

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        // The visit's cookie is all there is.
    }

    private static async Task<string?> SentAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field];
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && !DiskFull.Is(exception))
        {
            throw new AntiforgeryValidationException("The form cannot be read.", exception);
        }
    }
}
