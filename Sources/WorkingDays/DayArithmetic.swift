import Storage

extension Day {
    /// How many days after 1 January 1970, in the Gregorian calendar. (Howard Hinnant, *chrono-compatible low-level date
    /// algorithms*, `days_from_civil`.)
    public var serial: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Nil before the year 1 and after the year 9999. (Hinnant, `civil_from_days`.)
    public init?(serial: Int) {
        let shifted = serial + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            number: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// So many days later, or earlier; the day itself where the calendar has no such day.
    public func adding(days: Int) -> Day {
        Day(serial: serial + days) ?? self
    }
}
