namespace MlNetDigits.Reports.Html;

/// <summary>A part of the page with a heading of its own.</summary>
/// <param name="Id">Name in addresses, such as <c>confusion</c>.</param>
/// <param name="Title">Heading, also in the table of contents.</param>
/// <param name="Body">What stands below the heading.</param>
internal sealed record ReportSection(string Id, string Title, Markup Body);
