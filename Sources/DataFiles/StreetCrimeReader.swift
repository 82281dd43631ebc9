/// Reads street-level crime as data.police.uk publishes it: CSV, plain or gzip, or a ZIP of months' folders.
///
/// What a file is, is told by its content, not its name. Memory depends on how many different LSOAs, months and forces
/// there are, not on how long the files are; nothing is unpacked to disk.
public struct StreetCrimeReader: Sendable {
    /// What to read, and how.
    public struct Options: Sendable {
        /// The latest month a row may have; a later one is a misprint. December of next year is a good choice.
        public var latestMonth: Month
        /// Which rows to count by map point as well.
        public var points: PointChoice
        /// Threads that parse, the caller's included.
        public var threads: Int
        public var limits: ReadingLimits

        public init(
            latestMonth: Month, points: PointChoice = .none, threads: Int = 2, limits: ReadingLimits = ReadingLimits()
        ) {
            self.latestMonth = latestMonth
            self.points = points
            self.threads = threads
            self.limits = limits
        }
    }

    /// Which rows to count by map point as well.
    public enum PointChoice: Hashable, Sendable {
        case none
        /// Those whose LSOA, by the name their row gives it, is in one of these districts.
        case districts(Set<String>)
        case all
    }

    /// The first month that was ever published.
    public static let earliestMonth = Month(year: 2010, number: 12)
    /// data.police.uk went over to the small areas of the 2021 census with the files of June 2023; earlier months keep those
    /// they were first published with.
    public static let firstMonthOf2021 = Month(year: 2023, number: 6)
    /// The last codes that the census of 2011 gave: E01033768 and W01001958.
    public static let lastAreasOf2011 = (
        england: LSOANumber.last2011.england.code, wales: LSOANumber.last2011.wales.code
    )

    public let options: Options

    public init(_ options: Options) {
        self.options = options
    }

    /// Counts the rows of all the files, or refuses: there is no half.
    ///
    /// A file with anything amiss is read again from its beginning, which is how the line is found.
    /// Blocks the calling thread until done and uses others besides, so keep it off the threads that serve requests.
    ///
    /// - Parameters:
    ///   - files: at least one. A force's month may be in only one of them, or it would be counted twice.
    ///   - progress: called now and then, at most some fifty times, from any thread but never twice at once. Be quick.
    ///   - isCancelled: asked often, from any thread.
    /// - Throws: `DataFileError` for the first file that cannot be used, or for the cancellation.
    public func read(
        _ files: [DataFile],
        progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(DataFileError) -> StreetCrimeCounts {
        // Most files have nothing wrong with them, and then nobody asks for a line's number.
        try read(files, isCareful: false, progressDue: 0, progress: progress, isCancelled: isCancelled)
    }

    private func read(
        _ files: [DataFile], isCareful: Bool, progressDue: Int,
        progress: @escaping @Sendable (ReadingProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) throws(DataFileError) -> StreetCrimeCounts {
        let reading = try StreetReading(
            files, options: options, isCareful: isCareful, progressDue: progressDue, progress: progress,
            isCancelled: isCancelled)
        switch try reading.run() {
        case .counted(let counts): return counts
        case .needsCare(let progressDue):
            return try read(
                files, isCareful: true, progressDue: progressDue, progress: progress, isCancelled: isCancelled)
        }
    }
}
