using Lti.Grades.Internal;

namespace Lti.Tests.Grades;

public sealed class AgsAddressesTests
{
    [Theory]
    [InlineData("https://lms.example/2/lineitems/13/lineitem?type_id=1", "https://lms.example/2/lineitems/13/lineitem/scores?type_id=1")]
    [InlineData("https://lms.example/2/lineitems/13", "https://lms.example/2/lineitems/13/scores")]
    [InlineData("https://lms.example/2/lineitems/13/", "https://lms.example/2/lineitems/13/scores")]
    [InlineData("https://lms.example/a%2Fb/13?q=%26&x=1", "https://lms.example/a%2Fb/13/scores?q=%26&x=1")]
    public void Scores_stand_before_the_query(string lineItem, string expected) =>
        AgsAddresses.Below(new Uri(lineItem), "scores").AbsoluteUri.ShouldBe(expected);
}
