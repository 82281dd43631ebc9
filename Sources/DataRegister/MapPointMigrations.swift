import Storage

extension [Migration] {
    /// What the map points of street-level crime are called: once for each point, however many crimes were put there.
    static var ofMapPoints: [Migration] {
        [
            Migration(
                "2026-11-26 names of map points",
                [
                    """
                    CREATE TABLE map_point_name (
                        partnership \(.id) NOT NULL,
                        longitude \(.integer) NOT NULL,
                        latitude \(.integer) NOT NULL,
                        name \(.text) NOT NULL,
                        named_in \(.text) NOT NULL,
                        PRIMARY KEY (partnership, longitude, latitude)
                    )
                    """
                ])
        ]
    }
}
