using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentorCourseLti.Features.Shared;

/// <summary>Parts of pages that look the same to everybody who reads them. What was rendered goes when the thing goes that it was rendered of.</summary>
internal sealed class RenderedOnce<TThing>(string partial)
    where TThing : class
{
    private readonly ConditionalWeakTable<TThing, HtmlString> rendered = [];

    public async Task<IHtmlContent> OfAsync(IHtmlHelper html, TThing thing, object model)
    {
        if (rendered.TryGetValue(thing, out var known))
            return known;

        var content = await html.PartialAsync(partial, model);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        var made = new HtmlString(writer.ToString());
        rendered.AddOrUpdate(thing, made);
        return made;
    }
}
