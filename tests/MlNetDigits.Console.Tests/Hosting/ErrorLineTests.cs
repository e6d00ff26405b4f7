using System.Reflection;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Tests.Hosting;

public sealed class ErrorLineTests
{
    [Fact]
    public void Describe_ArgumentError_OmitsTheParameter() =>
        Assert.Equal("Epoch is 0; give 1 or more.", ErrorLine.Describe(new ArgumentOutOfRangeException("Epoch", "Epoch is 0; give 1 or more.")));

    [Fact]
    public void Describe_SeveralLines_BecomeOne() =>
        Assert.Equal("first second", ErrorLine.Describe(new InvalidOperationException("first\r\n  second\n")));

    [Fact]
    public void Describe_WrappedError_ShowsItsCause() =>
        Assert.Equal("cause", ErrorLine.Describe(new AggregateException(new TargetInvocationException(new IOException("cause")))));
}
