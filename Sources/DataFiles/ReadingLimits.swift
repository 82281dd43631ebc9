/// What a file may ask of the machine before it is refused. The defaults are far above anything published.
public struct ReadingLimits: Hashable, Sendable {
    /// Bytes one row may have, quoted line breaks included.
    public var rowBytes = 1 << 20
    /// Bytes one file given may unpack to: the whole national archive of three years is under 16 GiB.
    public var unpackedBytes = 64 << 30
    /// How many times its own size a file may unpack to, once it is past 256 MiB: CSV packs to a sixth or a tenth.
    public var unpackedRatio = 200
    /// Members an archive may have.
    public var members = 50_000
    /// Different crime types: fourteen are in use.
    public var crimeTypes = 60
    /// Different forces: forty-five publish.
    public var forces = 100
    /// Different LSOAs: the census of 2011 and that of 2021 together have some 37,000.
    public var lsoas = 60_000
    /// Sixteen-type pages of counts, one for each LSOA, month and force met: a national archive of ten years has 4
    /// million, at 90 bytes each.
    public var pages = 8_000_000
    /// Different pairs of a map point with a month and type, if points are asked for, at about 50 bytes each.
    public var pointCounts = 16_000_000
    /// A file is refused whole when more of its rows than this are refused, and also a larger share of them than
    /// `refusedShare`.
    public var refusedRows = 100
    /// See `refusedRows`.
    public var refusedShare = 0.05
    /// Faults reported in full; the rest are counted by reason.
    public var faults = 1_000

    /// Bytes read at a time: small enough for a processor's second-level cache, large enough that asking for them costs
    /// nothing.
    var blockBytes = 1 << 17

    public init() {}
}
