using Lti.Platforms;

namespace Lti.Tests.Platforms;

public sealed class LmsQuirksTests
{
    [Theory]
    [InlineData("canvas", "https://school.example", LmsFamily.Canvas)]
    [InlineData("Moodle", "https://school.example", LmsFamily.Moodle)]
    [InlineData(null, "https://canvas.instructure.com", LmsFamily.Canvas)]
    [InlineData(null, "https://canvas.test.instructure.com", LmsFamily.Canvas)]
    [InlineData("practice", "https://school.example", LmsFamily.Unknown)]
    [InlineData(null, "https://evil.example/canvas.instructure.com", LmsFamily.Unknown)]
    public void A_product_is_known_by_its_code_or_its_issuer(string? code, string issuer, LmsFamily family) =>
        LmsQuirks.FamilyOf(code, issuer).ShouldBe(family);
}
