using System.Numerics;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Tests.Synthesis.Drawing;

public sealed class PlaneMapTests
{
    private static readonly PlaneMap _perspective = PlaneMap.Turned(0.3f, 1.2f, 0.8f, 0.2f).Moving(new Vector2(10, 20), new Vector2(30, 5)) with { WX = 0.001f, WY = -0.002f };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, -30)]
    public void Inverse_OfPerspective_LeadsBack(float x, float y)
    {
        Vector2 there = _perspective.Map(new Vector2(x, y));

        Vector2 back = _perspective.Inverse().Map(there);

        Assert.Equal((x, y), (back.X, back.Y), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 0.01f);
    }

    [Fact]
    public void Then_TwoPerspectives_IsOneAfterTheOther()
    {
        PlaneMap second = PlaneMap.Identity with { X0 = 3, WX = 0.004f };
        var point = new Vector2(12, 34);

        Vector2 both = _perspective.Then(second).Map(point);

        Assert.InRange(Vector2.Distance(second.Map(_perspective.Map(point)), both), 0, 0.001);
    }

    [Theory]
    [InlineData(-7f)]
    [InlineData(0.5f)]
    [InlineData(3.2f)]
    public void SinCos_AnyAngle_IsThatOfTheMathLibrary(float radians)
    {
        (float sine, float cosine) = Angle.SinCos(radians);

        Assert.InRange(Math.Abs(sine - Math.Sin(radians)) + Math.Abs(cosine - Math.Cos(radians)), 0, 4e-7);
    }
}
