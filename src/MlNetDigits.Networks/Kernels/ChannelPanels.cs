namespace MlNetDigits.Networks.Kernels;

/// <summary>
/// Weights packed for the outer-product kernel: output channels in panels of one or two registers, each panel term by term,
/// with zeros behind the last channel.
/// </summary>
internal sealed unsafe class ChannelPanels
{
    public ChannelPanels(int channels, int terms)
    {
        Kernels = KernelSet.For(channels);
        Channels = channels;
        Terms = terms;
        PaddedChannels = (channels + Kernels.Width - 1) / Kernels.Width * Kernels.Width;
    }

    public KernelSet Kernels { get; }

    public int Channels { get; }

    /// <summary>Terms of the sum: kernel taps × input channels.</summary>
    public int Terms { get; }

    /// <summary>Channels rounded up to whole registers.</summary>
    public int PaddedChannels { get; }

    /// <summary>Floats of the packed weights.</summary>
    public int Count => PaddedChannels * Terms;

    /// <summary>Channels of a full panel.</summary>
    public int PanelWidth => 2 * Kernels.Width;

    /// <summary>Registers of the panel that starts at a channel: 1 or 2.</summary>
    public int Columns(int channel) => PaddedChannels - channel > Kernels.Width ? 2 : 1;

    /// <summary>Real channels of the panel that starts at a channel.</summary>
    public int ValidChannels(int channel) => Math.Min(Channels - channel, Columns(channel) * Kernels.Width);

    /// <summary>The packed panel that starts at a channel; panels lie one behind the other.</summary>
    public float* Panel(float* packed, int channel) => packed + (long)channel * Terms;

    /// <summary>Packs one term's row of weights, <paramref name="stride"/> floats apart.</summary>
    public void PackTerm(float* packed, int term, float* weights, int stride)
    {
        for (int channel = 0; channel < Channels; channel += PanelWidth)
        {
            int valid = ValidChannels(channel), lanes = Columns(channel) * Kernels.Width;
            float* target = Panel(packed, channel) + (long)term * lanes;
            for (int lane = 0; lane < valid; lane++) target[lane] = weights[(long)(channel + lane) * stride];
            for (int lane = valid; lane < lanes; lane++) target[lane] = 0;
        }
    }
}
