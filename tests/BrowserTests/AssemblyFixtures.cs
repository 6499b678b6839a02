using BrowserTests.Drivers;

[assembly: AssemblyFixture(typeof(Chromium))]
