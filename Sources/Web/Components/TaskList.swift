/// What waits, one line for each: what to do, a word more about it, and how it stands.
public struct TaskList: Sendable {
    public struct Task: Sendable {
        let title: String
        let detail: String
        let state: Tag
        let address: Address

        public init(_ title: String, detail: String, state: Tag, at address: Address) {
            self.title = title
            self.detail = detail
            self.state = state
            self.address = address
        }
    }

    let tasks: [Task]

    public init(_ tasks: [Task]) {
        self.tasks = tasks
    }

    public var html: HTML {
        """
        <ul class="task-list">
        \(tasks.html { task in
            """
            <li class="task-list__task">
            <div>
            <a class="task-list__title" href="\(task.address)">\(task.title)</a>
            <p class="task-list__detail">\(task.detail)</p>
            </div>
            <span class="task-list__state">\(task.state.html)</span>
            </li>
            """
        })
        </ul>
        """
    }
}
