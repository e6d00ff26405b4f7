using System.Globalization;
using System.Text;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>Measures a running service: <c>load URL [connections=16] [seconds=10] [rate=N] [image=file]</c>.</summary>
internal static class LoadCommand
{
    public static async Task<int> Run(string[] arguments)
    {
        Dictionary<string, string> given = arguments.Skip(1).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        byte[] body = given.TryGetValue("image", out string? image) ? File.ReadAllBytes(image) : Encoding.ASCII.GetBytes(Digit());
        var options = new LoadOptions(
            new Uri(arguments[0]),
            body,
            image is null ? "application/json" : "image/png",
            int.Parse(given.GetValueOrDefault("connections", "16"), CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(double.Parse(given.GetValueOrDefault("seconds", "10"), CultureInfo.InvariantCulture)),
            given.TryGetValue("rate", out string? rate) ? double.Parse(rate, CultureInfo.InvariantCulture) : null);
        LoadReport report = await LoadGenerator.Run(options);
        Console.WriteLine($"{options.Url.PathAndQuery}: {report}");
        return report.Failures == 0 ? 0 : 1;
    }

    /// <summary>A drawing of MNIST's usual share of ink: a ring.</summary>
    private static string Digit()
    {
        IEnumerable<int> pixels = Enumerable.Range(0, 784).Select(i =>
        {
            double distance = Math.Sqrt(Math.Pow((i / 28) - 14, 2) + Math.Pow((i % 28) - 14, 2));
            return (int)Math.Clamp(255 * (2 - Math.Abs(distance - 7)), 0, 255);
        });
        return $"{{\"pixels\":[{string.Join(',', pixels)}]}}";
    }
}
