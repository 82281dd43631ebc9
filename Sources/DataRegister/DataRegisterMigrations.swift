import Storage

extension Migrations {
    /// The tables of the register. They were made when the assessment still kept its data itself, and records know a
    /// migration by its slice and name: so the slice is called as it was then, or every installation would be told
    /// that its records come from another program.
    public static let ofDataRegister = Migrations(
        slice: "assessment",
        [
            Migration(
                "2026-11-22 releases",
                [
                    """
                    CREATE TABLE data_release (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        kind \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        sha256 \(.text) NOT NULL,
                        size \(.integer) NOT NULL,
                        publisher \(.text) NOT NULL,
                        licence \(.text) NOT NULL,
                        received_at \(.timestamp) NOT NULL,
                        received_by \(.text) NOT NULL,
                        rows_kept \(.integer) NOT NULL,
                        rows_unplaced \(.integer) NOT NULL,
                        rows_refused \(.integer) NOT NULL,
                        first_month \(.text),
                        last_month \(.text),
                        generated_rows \(.integer) NOT NULL,
                        remarks \(.json) NOT NULL
                    )
                    """,
                    "CREATE INDEX data_release_by_age ON data_release (partnership, received_at)",
                    """
                    CREATE TABLE release_fault (
                        partnership \(.id) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        position \(.integer) NOT NULL,
                        file \(.text) NOT NULL,
                        line \(.integer) NOT NULL,
                        column_name \(.text),
                        reason \(.text) NOT NULL,
                        PRIMARY KEY (data_release, position)
                    )
                    """,
                    """
                    CREATE TABLE force_month (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        force \(.text) NOT NULL,
                        month \(.text) NOT NULL,
                        rows_kept \(.integer) NOT NULL,
                        rows_unplaced \(.integer) NOT NULL,
                        rows_refused \(.integer) NOT NULL,
                        superseded_by \(.id) REFERENCES data_release (id)
                    )
                    """,
                    """
                    CREATE UNIQUE INDEX force_month_in_force
                    ON force_month (partnership, force, month) WHERE superseded_by IS NULL
                    """,
                    """
                    CREATE TABLE lsoa (
                        partnership \(.id) NOT NULL,
                        code \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        district \(.text) NOT NULL,
                        PRIMARY KEY (partnership, code)
                    )
                    """,
                    "CREATE INDEX lsoa_by_district ON lsoa (partnership, district)",
                    """
                    CREATE TABLE crime_count (
                        partnership \(.id) NOT NULL,
                        lsoa \(.text) NOT NULL,
                        force_month \(.id) NOT NULL REFERENCES force_month (id),
                        crime_type \(.text) NOT NULL,
                        number \(.integer) NOT NULL CHECK (number > 0),
                        PRIMARY KEY (partnership, lsoa, force_month, crime_type)
                    )
                    """,
                    """
                    CREATE TABLE crime_point (
                        partnership \(.id) NOT NULL,
                        lsoa \(.text) NOT NULL,
                        force_month \(.id) NOT NULL REFERENCES force_month (id),
                        longitude \(.integer) NOT NULL,
                        latitude \(.integer) NOT NULL,
                        is_anti_social \(.boolean) NOT NULL,
                        number \(.integer) NOT NULL CHECK (number > 0),
                        PRIMARY KEY (partnership, lsoa, force_month, longitude, latitude, is_anti_social)
                    )
                    """,
                ]),
            Migration(
                "2026-11-22 places",
                [
                    """
                    CREATE TABLE population (
                        partnership \(.id) NOT NULL,
                        place \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        level \(.text) NOT NULL,
                        district \(.text),
                        year \(.integer) NOT NULL,
                        basis \(.text) NOT NULL,
                        people \(.integer) NOT NULL CHECK (people >= 0),
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        PRIMARY KEY (partnership, place, year, basis)
                    )
                    """,
                    """
                    CREATE TABLE place_link (
                        partnership \(.id) NOT NULL,
                        child \(.text) NOT NULL,
                        child_name \(.text) NOT NULL,
                        parent \(.text) NOT NULL,
                        parent_name \(.text) NOT NULL,
                        parent_level \(.text) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        PRIMARY KEY (partnership, child, parent)
                    )
                    """,
                    """
                    CREATE TABLE boundary (
                        partnership \(.id) NOT NULL,
                        code \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        level \(.text) NOT NULL,
                        shape \(.json) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        PRIMARY KEY (partnership, code)
                    )
                    """,
                ]),
            Migration(
                "2026-11-22 imports",
                [
                    """
                    CREATE TABLE data_import (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        kind \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        sha256 \(.text) NOT NULL,
                        size \(.integer) NOT NULL,
                        state \(.text) NOT NULL,
                        problem \(.text),
                        data_release \(.id) REFERENCES data_release (id),
                        began_at \(.timestamp) NOT NULL,
                        ended_at \(.timestamp),
                        began_by \(.text) NOT NULL
                    )
                    """,
                    "CREATE INDEX data_import_by_age ON data_import (partnership, began_at)",
                ]),
            // Districts merge and are renamed: the month of the data that an area's name was read in.
            Migration(
                "2026-11-23 names of areas",
                ["ALTER TABLE lsoa ADD COLUMN named_in \(.text) NOT NULL DEFAULT ''"]),
        ] + .ofDataSets + .ofMappings + .ofDistrictCounts + .ofMapPoints + .ofRecordingChanges + .ofPlaceNames
            + .ofWhatNumbersLack)
}
