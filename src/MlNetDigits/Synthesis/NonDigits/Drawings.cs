using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Draws things as people doodle them: a body with ears, eyes, wheels, legs or windows.</summary>
internal static class Drawings
{
    private const int RoundSteps = 14;

    /// <summary>Draws a creature or a vehicle in a box of 100×100.</summary>
    public static Trace Draw(ref RandomStream random)
    {
        var lines = new List<Vector2[]>();
        bool isVehicle = random.Chance(0.4f);
        float reach = random.NextSingle(24, 42), height = isVehicle ? random.NextSingle(12, 26) : random.NextSingle(20, 38);
        var centre = new Vector2(50, random.NextSingle(46, 56));
        var size = new Vector2(reach, height);
        lines.Add(random.Chance(isVehicle ? 0.75f : 0.15f) ? Box(centre, size, ref random) : Round(centre, size, ref random));
        if (isVehicle)
            Equip(lines, centre, size, ref random);
        else
            Animate(lines, centre, size, ref random);
        return new Trace([.. lines]);
    }

    /// <summary>Wheels below, and maybe a cabin, windows and a chimney.</summary>
    private static void Equip(List<Vector2[]> lines, Vector2 centre, Vector2 size, ref RandomStream random)
    {
        int wheels = random.Whole(2, 4);
        float wheel = random.NextSingle(5, 11);
        for (int i = 0; i < wheels; i++)
            lines.Add(Round(centre + new Vector2(((i + 0.5f) / wheels * 2 - 1) * size.X * 0.9f, size.Y + (wheel * 0.5f)), new Vector2(wheel), ref random));
        if (random.Chance(0.6f))
            lines.Add(Box(centre + new Vector2(random.Signed(size.X * 0.5f), -size.Y * 1.5f), new Vector2(size.X * random.NextSingle(0.25f, 0.6f), size.Y * 0.5f), ref random));
        int windows = random.Next(4);
        for (int i = 0; i < windows; i++)
            lines.Add(Box(centre + new Vector2(((i + 0.5f) / windows * 2 - 1) * size.X * 0.8f, -size.Y * 0.2f), size * new Vector2(0.16f, 0.35f), ref random));
    }

    /// <summary>Ears or horns, and maybe eyes, a mouth, whiskers, legs and a tail.</summary>
    private static void Animate(List<Vector2[]> lines, Vector2 centre, Vector2 size, ref RandomStream random)
    {
        float ear = random.NextSingle(0.25f, 0.9f), spread = random.NextSingle(0.35f, 0.75f);
        for (int side = -1; side <= 1; side += 2)
        {
            Vector2 At(float x, float y) => centre + (size * new Vector2(side * x, y));
            if (random.Chance(0.85f))
                lines.Add([At(spread - 0.25f, -0.85f), At(spread + 0.1f, -0.9f - ear), At(spread + 0.25f, -0.7f)]);
            if (random.Chance(0.6f))
                lines.Add(Round(At(0.35f, -0.2f), new Vector2(random.NextSingle(1.5f, 4)), ref random));
            int whiskers = random.Next(3);
            for (int i = 0; i < whiskers; i++)
                lines.Add([At(0.3f, 0.2f + (0.15f * i)), At(1.2f, 0.05f + (0.25f * i))]);
            if (random.Chance(0.3f))
                lines.Add([At(0.45f, 0.9f), At(0.5f, 1.5f)]);
        }

        if (random.Chance(0.6f))
            lines.Add([centre + (size * new Vector2(-0.3f, 0.35f)), centre + (size * new Vector2(0, 0.55f)), centre + (size * new Vector2(0.3f, 0.35f))]);
        if (random.Chance(0.3f))
            lines.Add([centre + (size * new Vector2(0.95f, 0.2f)), centre + (size * new Vector2(1.3f, -0.1f)), centre + (size * new Vector2(1.25f, -0.6f))]);
    }

    private static Vector2[] Round(Vector2 centre, Vector2 radius, ref RandomStream random)
    {
        var points = new Vector2[RoundSteps + 1];
        float start = random.NextSingle(0, MathF.Tau), wobble = random.NextSingle(0, 0.12f);
        for (int i = 0; i <= RoundSteps; i++)
        {
            (float sine, float cosine) = Angle.SinCos(start + (MathF.Tau * i / RoundSteps));
            points[i] = centre + (radius * new Vector2(cosine, sine) * (1 + random.Signed(wobble)));
        }

        return points;
    }

    private static Vector2[] Box(Vector2 centre, Vector2 half, ref RandomStream random)
    {
        float slip = half.Y * 0.15f;
        Vector2[] corners = [centre - half, centre + new Vector2(half.X, -half.Y), centre + half, centre + new Vector2(-half.X, half.Y)];
        for (int i = 0; i < corners.Length; i++) corners[i] += new Vector2(random.Signed(slip), random.Signed(slip));
        return [.. corners, corners[0]];
    }
}
