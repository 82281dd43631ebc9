/// Says that something was done, and takes it back at a press.
public struct UndoNotice: Sendable {
    let done: String
    let form: PostForm

    /// - Parameters:
    ///   - done: a sentence: "Kent Fire and Rescue Service was removed."
    ///   - address: where taking it back is sent.
    public init(_ done: String, undoing address: Address, _ visit: Visit, values: [(name: String, value: String)] = [])
    {
        self.done = done
        form = PostForm(
            to: address, visit, values: values,
            """
            <button class="link-button" type="submit">Undo<span class="visually-hidden">: \(done)</span></button>
            """)
    }

    public var html: HTML {
        """
        <div class="undo-notice" role="status">
        <p>\(done)</p>
        \(form.html)
        </div>
        """
    }
}
