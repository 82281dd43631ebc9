import Storage

extension SQL {
    /// Adds up the counts of small areas by district. The migration stands on it: it is never edited.
    ///
    /// - Parameter areas: a condition on `lsoa`.
    static func districtCounts(of areas: SQL) -> SQL {
        """
        INSERT INTO district_count (partnership, force_month, district, crime_type, number)
        SELECT crime_count.partnership, crime_count.force_month, lsoa.district, crime_count.crime_type,
            sum(crime_count.number)
        FROM lsoa
        JOIN crime_count ON crime_count.partnership = lsoa.partnership AND crime_count.lsoa = lsoa.code
        WHERE \(areas)
        GROUP BY crime_count.partnership, crime_count.force_month, lsoa.district, crime_count.crime_type
        """
    }
}

extension [Migration] {
    /// Recorded crime by district, beside the counts of its small areas and always their sum: what is asked of all districts, of
    /// a force or of the country reads a fiftieth of the rows.
    static var ofDistrictCounts: [Migration] {
        [
            Migration(
                "2026-11-26 counts of districts",
                [
                    """
                    CREATE TABLE district_count (
                        partnership \(.id) NOT NULL,
                        force_month \(.id) NOT NULL REFERENCES force_month (id),
                        district \(.text) NOT NULL,
                        crime_type \(.text) NOT NULL,
                        number \(.integer) NOT NULL CHECK (number > 0),
                        PRIMARY KEY (partnership, force_month, district, crime_type)
                    )
                    """,
                    .districtCounts(of: "TRUE"),
                ])
        ]
    }
}
