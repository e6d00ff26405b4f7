using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlNetDigits.Explanation;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Tests.Explanation;

public sealed class ExplanationPageTests
{
    [Fact]
    public void Write_NetworkOfSeed4_IsWholeAndAsksForNothingElse()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Network("tiny", 4).ToOnnx(ExplainedModels.Pixels));

        string html = ExplanationPage.Write(explainer.Explain(ExplainedModels.Digit(0)), "a <b> & c.png");

        Assert.Contains("What the model sees in a &lt;b&gt; &amp; c.png", html);
        Assert.Contains("conv2d_1 › batchnorm_1 › relu_1 · 16 maps of 26×26", System.Net.WebUtility.HtmlDecode(html));
        Assert.Contains("prefers-color-scheme", html);
        Assert.All(Regex.Matches(html, "(?:src|href)=\"([^\"]*)\"").Select(match => match.Groups[1].Value), address => Assert.StartsWith("data:image/png;base64,", address));
        Assert.DoesNotMatch("url\\(|@import|<script|<link|https?:", html);
        Assert.Equal(1 + 3 + 3 + explainer.GetKernels().Filters + explainer.GetLayers().Sum(layer => layer.Channels), Regex.Count(html, "<img "));
    }

    [Fact]
    public void Draw_Kernels_AreAsDrawnBefore()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution());

        Snapshot.AssertEqual("explanation-kernels.svg", SvgImages.ShowPixels(ExplanationSheet.Draw(explainer.GetKernels()).ToSvg()));
    }

    [Fact]
    public void Sentences_ModelOfEdges_SayWhatCoveringAndGradCamShow()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution());

        IReadOnlyList<string> sentences = ExplanationText.Sentences(explainer.Explain(ExplainedModels.Digit(0)));

        Assert.Equal(3, sentences.Count);
        Assert.Matches(@"^The model reads \w+ \(\d+\.\d\d %\), then \w+ \(\d+\.\d\d %\) and \w+ \(\d+\.\d\d %\)\.$", sentences[0]);
        Assert.StartsWith("Covering 5×5 pixels ", sentences[1]);
        Assert.StartsWith("Grad-CAM at edges finds ", sentences[2]);
    }

    [Fact]
    public void Draw_Explanation_IsTheSameEachTime()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Network("lenet5", 4).ToOnnx(ExplainedModels.Pixels));

        string first = ExplanationSheet.Draw(explainer.Explain(ExplainedModels.Digit(2))).ToSvg(), second = ExplanationSheet.Draw(explainer.Explain(ExplainedModels.Digit(2))).ToSvg();

        Assert.Equal(first, second);
        XElement svg = XElement.Parse(first);
        Assert.StartsWith("The model reads ", svg.Element(svg.Name.Namespace + "title")!.Value);
    }
}
