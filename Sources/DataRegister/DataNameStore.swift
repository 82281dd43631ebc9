import Storage

extension Reading {
    /// The names of the files that were given, by the identifiers of their imports.
    func importNames(_ addresses: [String]) throws -> [String: String] {
        let imports = addresses.compactMap { ID<DataImport>($0) }
        return try rows("SELECT id, name FROM data_import WHERE partnership = \(partnership) AND id IN \(imports)")
            .reduce(into: [:]) { names, row in
                let id: ID<DataImport> = try row("id")
                names[id.description] = try row("name")
            }
    }

    /// The names of data sets, by their addresses.
    func dataSetNames(_ addresses: [String]) throws -> [String: String] {
        try rows("SELECT address, name FROM data_set WHERE partnership = \(partnership) AND address IN \(addresses)")
            .reduce(into: [:]) { names, row in names[try row("address")] = try row("name") }
    }

    func releaseNames(_ addresses: [String]) throws -> [String: String] {
        let releases = addresses.compactMap { ID<Release>($0) }
        return try rows("SELECT id, name FROM data_release WHERE partnership = \(partnership) AND id IN \(releases)")
            .reduce(into: [:]) { names, row in
                let id: ID<Release> = try row("id")
                names[id.description] = try row("name")
            }
    }
}
