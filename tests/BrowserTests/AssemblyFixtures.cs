using BrowserTests.Drivers;
using BrowserTests.Looks;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(LivelyCourse))]
