using System.Globalization;
using Holdfast.Tools.Screenshot;

// Takes a picture of a page that draws itself by scripts, such as Aspire's dashboard, in Chromium:
// dotnet run --project tools/Screenshot -- URL FILE WIDTH HEIGHT [SCRIPT]...
// Each script is run once the page has been still for a while, and the picture is taken after the last of them.
if (args is not [var url, var file, var width, var height, .. var scripts])
{
    await Console.Error.WriteLineAsync("URL FILE WIDTH HEIGHT [SCRIPT]...");
    return 1;
}

await using Browser browser = await Browser.StartAsync();
await browser.OpenAsync(new Uri(url), int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture));
foreach (string script in scripts)
{
    await browser.RunAsync(script);
}

await File.WriteAllBytesAsync(file, await browser.PictureAsync());
return 0;
