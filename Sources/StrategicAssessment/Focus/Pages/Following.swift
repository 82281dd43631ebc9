import DataRegister
import Web

/// What the data say of the places that are followed, over some months beside as many others.
public struct Following: Sendable {
    /// Of one of them.
    public struct OfPlace: Sendable {
        /// As figures name it.
        public let address: String
        public let name: String
        /// Where everything about it stands.
        public let page: Address
        /// How much there was, and whether that is more than chance.
        public let sentence: String
        /// "91.7 for each 1,000 residents (95% interval 84.2 to 99.7)"; nil where they are not known.
        public let rate: String?
        /// Which types changed, and how many chance would mark; nil where the police’s months of it are not here.
        public let types: String?
        /// Which of its months were out of the ordinary, or why that cannot be told.
        public let signals: [String]
        /// Its months, its types, and what partners count in it.
        public let exhibits: [Exhibit]

        public init(
            address: String, name: String, page: Address, sentence: String, rate: String?, types: String?,
            signals: [String], exhibits: [Exhibit]
        ) {
            (self.address, self.name, self.page) = (address, name, page)
            (self.sentence, self.rate, self.types) = (sentence, rate, types)
            (self.signals, self.exhibits) = (signals, exhibits)
        }
    }

    /// The months told of: "April to December 2015".
    public let period: Period
    /// The district's own change, in a sentence; nil where the police’s months of it are not here, and so is
    public let district: String?
    /// all of them in one table, with the district.
    public let summary: Exhibit?
    /// In the order asked for; those of which nothing is here are left out.
    public let places: [OfPlace]
    /// What must be known before any of it.
    public let cautions: [String]

    public init(
        period: Period, district: String?, summary: Exhibit?, places: [OfPlace], cautions: [String]
    ) {
        (self.period, self.district, self.summary) = (period, district, summary)
        (self.places, self.cautions) = (places, cautions)
    }

    /// All that is drawn or set out, each by a name that no other has.
    var exhibits: [Exhibit] {
        [summary].compactMap(\.self)
            + places.enumerated().flatMap { index, place in place.exhibits.map { named($0, at: index) } }
    }

    func named(_ exhibit: Exhibit, at index: Int) -> Exhibit { exhibit.renamed("place-\(index + 1)-\(exhibit.name)") }

    /// What must be said of any place that was chosen because it had most.
    static let caution = """
        A place that is chosen because it had most is likely to have less afterwards by chance alone (regression to the mean). A \
        fall here is no proof that anything worked: look at how the whole district went, and at places like it that were not chosen.
        """
}

/// Where places are followed.
public protocol FollowingDesk: Sendable {
    /// The wards of the partnership's own district, by name; its small areas where no wards are known.
    ///
    /// - Throws: what reading the records throws.
    func followable() async throws -> [FollowablePlace]

    /// Some places over the months of a period that are here, beside the same months of the year before.
    ///
    /// - Parameter places: as figures name them.
    /// - Returns: nil where nothing of the period is here.
    /// - Throws: what reading the records throws.
    func following(_ places: [String], over period: Period) async throws -> Following?
}
